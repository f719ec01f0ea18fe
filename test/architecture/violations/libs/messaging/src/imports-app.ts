import '../../../apps/pain-plan/src/plan/plan.entity.js'; // libs-do-not-import-apps
