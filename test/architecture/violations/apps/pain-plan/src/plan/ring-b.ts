import './ring-a.js'; // no-loops
