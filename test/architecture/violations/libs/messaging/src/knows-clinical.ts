import '../../clinical/src/index.js'; // messaging-knows-contracts-and-platform
