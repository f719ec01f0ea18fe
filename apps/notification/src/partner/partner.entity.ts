import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BusinessCalendar, DeliveryPreferences, PartnerPerson, PartnerRole, PartnerSnapshot } from '#contracts';

@Entity({ name: 'partner' })
export class PartnerRow {
  @PrimaryColumn({ name: 'partner_id', type: 'text' })
  partnerId!: string;

  @Column({ type: 'text' })
  kind!: 'clinic' | 'partner';

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'jsonb' })
  roles!: PartnerRole[];

  @Column({ type: 'jsonb' })
  calendar!: BusinessCalendar;

  @Column({ type: 'boolean' })
  active!: boolean;

  @Column({ type: 'jsonb', nullable: true })
  capacity!: PartnerSnapshot['capacity'] | null;

  @Column({ type: 'jsonb', nullable: true })
  absences!: PartnerSnapshot['absences'] | null;

  @Column({ type: 'text', nullable: true })
  phone!: string | null;

  @Column({ type: 'jsonb' })
  people!: PartnerPerson[];

  @Column({ type: 'jsonb' })
  preferences!: DeliveryPreferences;

  @Column({ type: 'int' })
  revision!: number;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;
}
