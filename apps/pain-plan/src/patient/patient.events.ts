import { historyPacketRecorded, patientRegistered, type Actor, type OutgoingEvent, type Patient } from '#contracts';

export const patientRegisteredEvent = (patient: Omit<Patient, 'planId'>, by: Actor, time: Date): OutgoingEvent => {
  const { id: patientId, ...facts } = patient;
  return patientRegistered.of({ subject: patientId, time, data: { patientId, ...facts, by } });
};

export const historyPacketRecordedEvent = (
  patientId: string,
  missing: string[],
  by: Actor,
  time: Date,
): OutgoingEvent =>
  historyPacketRecorded.of({
    subject: patientId,
    time,
    data: { patientId, missing, recordedAt: time.toISOString(), by },
  });
