import '../../../pain-plan/src/plan/publishes.js'; // apps-do-not-import-apps
