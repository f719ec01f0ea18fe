import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BusinessCalendar, PartnerRole } from '#contracts';

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

  @Column({ type: 'int' })
  revision!: number;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;
}
