import { openBench } from './support/bench.js';
import { transportConformance } from './transport-conformance.js';

describe('events over Kafka', () => transportConformance(openBench));
