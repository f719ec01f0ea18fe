import './ring-b.js'; // no-loops
