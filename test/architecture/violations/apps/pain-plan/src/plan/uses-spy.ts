import '../../../../libs/messaging/src/testing/spy.js'; // source-does-not-import-tests
