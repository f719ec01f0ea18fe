import './ring-a.js'; // closes the ring that starts in ring-a.ts
