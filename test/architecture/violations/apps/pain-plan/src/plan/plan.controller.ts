import './plan.entity.js'; // entities-stay-with-their-repository
