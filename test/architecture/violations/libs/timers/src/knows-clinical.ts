import '../../clinical/src/index.js'; // timers-know-contracts-and-platform
