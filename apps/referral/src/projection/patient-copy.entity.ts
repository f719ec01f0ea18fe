import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('patient_copy')
export class PatientCopy {
  @PrimaryColumn('uuid', { name: 'patient_id' })
  patientId!: string;

  @Column('text', { name: 'record_number' })
  recordNumber!: string;

  @Column('text', { name: 'given_name' })
  givenName!: string;

  @Column('text', { name: 'family_name' })
  familyName!: string;

  /** Text, not a date: it is shown, never calculated with, and no zone may shift it. */
  @Column('text', { name: 'birth_date' })
  birthDate!: string;

  @Column('text', { name: 'contact_language' })
  contactLanguage!: string;
}
