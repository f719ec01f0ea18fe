import { Injectable } from '@nestjs/common';
import type { behavioralConsentChanged, EventData } from '#contracts';
import type { Transaction } from '#platform';

type Consent = EventData<typeof behavioralConsentChanged>;

@Injectable()
export class ConsentRepository {
  /** What was taken back stays so, whatever comes late. */
  async save(tx: Transaction, { consentId, patientId, recipient, state, at }: Consent): Promise<void> {
    await tx.query(
      `insert into release_consent as known (consent_id, patient_id, recipient, state, at) values ($1, $2, $3, $4, $5)
       on conflict (consent_id) do update set state = excluded.state, at = excluded.at
       where known.state = 'granted' and excluded.at >= known.at`,
      [consentId, patientId, recipient, state, at],
    );
  }

  /** Null: nobody told of it, and what nobody told of allows nothing. */
  async stateOf(tx: Transaction, consentId: string, partnerId: string): Promise<Consent['state'] | null> {
    const [row] = await tx.query<{ state: Consent['state'] }[]>(
      'select state from release_consent where consent_id = $1 and recipient = $2',
      [consentId, partnerId],
    );
    return row?.state ?? null;
  }
}
