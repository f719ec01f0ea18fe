import type { BusinessCalendar, PartnerAbsence, PartnerCapacity, PartnerRole } from '#contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('partner_copy')
export class PartnerCopy {
  @PrimaryColumn('text', { name: 'partner_id' })
  partnerId!: string;

  @Column('text')
  kind!: 'clinic' | 'partner';

  @Column('text')
  name!: string;

  @Column('jsonb')
  roles!: PartnerRole[];

  @Column('jsonb')
  calendar!: BusinessCalendar;

  @Column('boolean')
  active!: boolean;

  @Column('int')
  revision!: number;

  /** Null: it has not said. */
  @Column('jsonb', { nullable: true })
  capacity!: PartnerCapacity | null;

  @Column('jsonb')
  absences!: PartnerAbsence[];
}
