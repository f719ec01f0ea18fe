export { TestClock } from './test-clock.js';
export { createServiceTest, createStatelessTest, type ServiceTest, type TestAnswer } from './service-test.js';
export { signTestToken, testUser } from './test-tokens.js';
export { createTestDatabase, type TestDatabase } from './test-database.js';
