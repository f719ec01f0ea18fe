import { DomainError, referralStates } from '#contracts';
import { fhirStatusesOf, referralInFhir, referralStateOfTask } from './referral-fhir.js';

/** Value sets of R4. */
const taskStatus =
  'draft requested received accepted rejected ready cancelled in-progress on-hold failed completed entered-in-error';
const requestStatus = 'draft active on-hold revoked completed entered-in-error unknown';
const appointmentStatus =
  'proposed pending booked arrived fulfilled cancelled noshow entered-in-error checked-in waitlist';

describe('a referral in FHIR', () => {
  it.each(referralStates)('has codes of the standard for %s', (state) => {
    const { task, serviceRequest, appointment } = referralInFhir[state];
    expect(taskStatus.split(' ')).toContain(task);
    expect(requestStatus.split(' ')).toContain(serviceRequest);
    if (appointment !== null) expect(appointmentStatus.split(' ')).toContain(appointment);
  });

  it('leaves the task as it was while a cancellation is only asked', () => {
    const asked = { state: 'cancel-requested', holdCause: null } as const;
    expect(fhirStatusesOf({ ...asked, before: 'scheduled' })).toMatchObject({
      task: 'in-progress',
      serviceRequest: 'revoked',
    });
    expect(fhirStatusesOf({ ...asked, before: 'received' })).toMatchObject({ task: 'received' });
  });

  it('rests as a request only when the plan does', () => {
    const paused = { state: 'on-hold', before: 'interim' } as const;
    expect(fhirStatusesOf({ ...paused, holdCause: 'plan' }).serviceRequest).toBe('on-hold');
    expect(fhirStatusesOf({ ...paused, holdCause: 'patient' }).serviceRequest).toBe('active');
  });

  it('reads back each code that means one thing, and refuses to guess at the others', () => {
    const read = taskStatus.split(' ').map((code) => {
      try {
        return referralStateOfTask(code);
      } catch (error) {
        if (error instanceof DomainError && error.code === 'invalid-input') return null;
        throw error;
      }
    });
    expect(read.filter((state) => state === null)).toHaveLength(4);
    for (const state of read) if (state) expect(taskStatus.split(' ')).toContain(referralInFhir[state].task);
    expect(() => referralStateOfTask('constructor')).toThrow(DomainError);
    expect(() => referralStateOfTask('booked')).toThrow('stands for no state');
  });
});
