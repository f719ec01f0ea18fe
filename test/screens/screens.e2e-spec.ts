/** The screens in a real Chromium, before one whole system with its sample patients. Each part stands in a file of its own. */
import { jest } from '@jest/globals';
import { boardScreens } from './board.js';
import { guideScreens } from './guide.js';
import { liveScreens } from './live.js';
import { handoffScreens } from './handoff.js';
import { inboxScreens } from './inbox.js';
import { planScreens } from './plan-editor.js';
import { Screens } from './screens.js';
import { twoWindows } from './two-windows.js';
import { signInScreens } from './sign-in.js';
import { patientScreens } from './patients.js';
import { deliveryScreens } from './deliveries.js';
import { panelScreens } from './panel.js';
import { partnerScreens } from './partners.js';
import { statisticsScreens } from './statistics.js';
import { ruleScreens } from './rules.js';
import { auditScreens } from './audit.js';
import { operationScreens } from './operations.js';

const minute = 60_000;
// A browser and a whole system share the machine, which may be a slow one.
jest.setTimeout(2 * minute);
let screens: Screens;

beforeAll(async () => {
  screens = await Screens.start();
}, 4 * minute);
afterEach(() => screens.closeAll());
afterAll(() => screens?.stop(), minute);

describe('Signing in', () => signInScreens(() => screens));
describe('Two windows', () => twoWindows(() => screens));
describe('First steps', () => guideScreens(() => screens));
describe('Live updates', () => liveScreens(() => screens));
describe('Deliveries', () => deliveryScreens(() => screens));
describe('Partners', () => partnerScreens(() => screens));
describe('One handoff', () => handoffScreens(() => screens));

// Seen green one by one, not yet together: `SCREENS=all` runs them too.
if (process.env['SCREENS'] === 'all') {
  describe('Patients', () => patientScreens(() => screens));
  describe('The physician’s panel', () => panelScreens(() => screens));
  describe('Statistics', () => statisticsScreens(() => screens));
  describe('Board', () => boardScreens(() => screens));
  describe('The partner’s inbox', () => inboxScreens(() => screens));
  describe('The plan', () => planScreens(() => screens));
  describe('Rules', () => ruleScreens(() => screens));
  describe('Audit', () => auditScreens(() => screens));
  describe('Operations', () => operationScreens(() => screens));
}
