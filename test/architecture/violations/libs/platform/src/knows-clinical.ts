import '../../clinical/src/index.js'; // platform-knows-contracts-only
