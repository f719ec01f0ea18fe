import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'patient' })
export class PatientRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'record_number', type: 'text' })
  recordNumber!: string;

  @Column({ name: 'given_name', type: 'text' })
  givenName!: string;

  @Column({ name: 'family_name', type: 'text' })
  familyName!: string;

  @Column({ name: 'birth_date', type: 'date' })
  birthDate!: string;

  @Column({ name: 'contact_language', type: 'text' })
  contactLanguage!: string;

  @Column({ name: 'registered_at', type: 'timestamptz' })
  registeredAt!: Date;
}
