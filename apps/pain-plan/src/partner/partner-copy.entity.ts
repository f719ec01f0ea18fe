import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BusinessCalendar, PartnerRole } from '#contracts';

/** What pain-plan knows of an organization in the partner directory, kept by events. */
@Entity({ name: 'partner_copy' })
export class PartnerCopyRow {
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

  @Column({ type: 'int' })
  revision!: number;
}
