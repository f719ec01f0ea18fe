import { handoff } from './en/handoff.js';
import { inbox } from './en/inbox.js';
import { audit } from './en/audit.js';
import { deliveries } from './en/deliveries.js';
import { operations } from './en/operations.js';
import { partners } from './en/partners.js';
import { rules } from './en/rules.js';
import { panel } from './en/panel.js';
import { patientPage, patients } from './en/patients.js';
import { plan } from './en/plan.js';
import { board, list } from './en/board.js';
import { statistics } from './en/statistics.js';
import { therapy } from './en/therapy.js';

/** Every text of the screens, in one place, ready to be translated. Clinical sentences come from the rules, not from here. */
export const en = {
  app: {
    name: 'Throughline',
    skip: 'Skip to content',
    menu: 'Main',
    signOut: 'Sign out',
    signIn: 'Sign in',
    help: 'Keys',
    theme: 'Light or dark',
  },
  nav: {
    board: 'Board',
    inbox: 'Inbox',
    settings: 'Our clinic',
    patients: 'Patients',
    panel: 'My patients',
    deliveries: 'Deliveries',
    partners: 'Partners',
    rules: 'Rules',
    audit: 'Audit',
    metrics: 'Metrics',
    flow: 'Flow',
    operations: 'Parked',
    status: 'Status',
  },
  roles: {
    coordinator: 'Care coordinator',
    physician: 'Physician',
    partner: 'Partner clinic',
    administrator: 'Administrator',
    operator: 'Operator',
  },
  live: {
    live: 'Live',
    connecting: 'Connecting',
    paused: 'Updates paused since {{time}}. What you see may be out of date; you can go on working.',
  },
  states: {
    loading: 'Loading',
    retry: 'Try again',
    failed: 'This could not be loaded.',
    stillWorks: 'Everything else still works.',
    unreachable: 'The server does not answer.',
    reference: 'Reference to quote: {{id}}',
    notFound: 'There is nothing here.',
    empty: 'Nothing here.',
  },
  version: {
    current: 'v{{version}} current',
    behind: 'v{{version}}, {{count}} behind',
    contested: 'v{{version}} contested',
    unaffected: 'v{{version}}, not concerned since',
    /** Nobody works from version 0: either nothing concerned them so far, or the first question is still open. */
    nothingYet: 'nothing to acknowledge yet',
    notYet: 'asked, nothing acknowledged yet',
    contestedAtOnce: 'contested',
    waiting: 'v{{version}} sent, not acknowledged',
    none: 'not on the plan',
  },
  due: { overdue: 'Overdue', soon: 'Due soon', fresh: 'On time', at: 'due {{at}}' },
  urgency: { emergency: 'Emergency', 'same-day': 'Today', urgent: 'Urgent', routine: 'Routine' },
  patient: {
    born: 'Born',
    age: '{{count}} y',
    record: 'Record',
    allergies: 'Allergies',
    redFlags: 'Red flags',
    unknown: 'Not known',
    noneKnown: 'None known',
    notRecorded: 'Not recorded',
    unavailable: 'Unavailable',
    none: 'None',
  },
  handoff,
  inbox,
  therapy,
  actions: {
    cancel: 'Cancel',
    confirm: 'Confirm',
    save: 'Save',
    close: 'Close',
    undo: 'Undo',
    more: 'More',
    reset: 'Reset',
    showMore: 'Show more',
    showNew: '{{count}} new: show',
    copy: 'Copy',
    copied: 'Copied',
    any: 'Any',
  },
  guide: {
    title: 'First steps',
    close: 'Close the first steps',
    open: 'First steps',
    done: 'Done',
    noSample: 'The sample patients are not here: this system was started without them.',
    physician: {
      prepare:
        '{{name}}, a nurse with a slipped disc, is in physical therapy. Say that she does nothing with impact for two weeks.',
      prepareIt: 'Prepare this change',
      publish: 'Read who will be told what, and who will not. Give a reason and publish.',
      openDraft: 'Open the draft',
      partner: 'Open {{address}} in a private window, sign in as PT-North, and acknowledge version {{version}} there.',
      watch: 'Watch the team meanwhile',
      turned: 'See PT-North turn to the new version here, without reloading anything.',
    },
    partner: {
      read: 'Choose what is new, and read what changed for you, why, and what to do by when.',
      acknowledge: 'Acknowledge the version: press y, or the button.',
      back: 'Look at the physician’s window: the team status has turned.',
    },
    coordinator: {
      one: 'Each tile counts what waits for somebody; choose one to see the rows behind it.',
      two: 'Open a row: the whole story of one handoff and its next step.',
      three: 'Sign in as the administrator to let days pass, and see here what becomes overdue.',
    },
    operator: {
      one: 'The map shows what flows between the services, and how far each one lags behind.',
      two: 'What could not be handled is parked with its reason, and can be replayed.',
      three: 'Stop a process and watch it come back: npm start brings it up again.',
    },
    administrator: {
      clock: 'It is {{now}} in this system. Let time pass, and what is due comes due:',
      P1D: 'One day',
      P3D: 'Three days',
      P7D: 'A week',
      today: 'Back to today',
      then: 'Then look at the board as the coordinator: reminders were sent, silence has escalated.',
    },
  },
  audit,
  deliveries,
  operations,
  partners,
  rules,
  patients,
  patientPage,
  panel,
  plan,
  board,
  list,
  statistics,
} as const;
