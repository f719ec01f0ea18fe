import '../../../../libs/contracts/src/inner.js'; // libs-are-entered-by-their-index
