import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BusinessCalendar, PartnerRole, PartnerSnapshot } from '#contracts';

/** An organization with its hours, as the directory told it. */
@Entity('site')
export class SiteRow {
  @PrimaryColumn('text', { name: 'partner_id' })
  partnerId!: string;

  @Column('text')
  kind!: PartnerSnapshot['kind'];

  @Column('text')
  name!: string;

  @Column('jsonb')
  roles!: PartnerRole[];

  @Column('jsonb')
  calendar!: BusinessCalendar;

  @Column('jsonb')
  absences!: NonNullable<PartnerSnapshot['absences']>;

  @Column('boolean')
  active!: boolean;

  @Column('int')
  revision!: number;
}
