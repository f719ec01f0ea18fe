import { Injectable } from '@nestjs/common';
import type { Transaction } from '#platform';
import { MeasurementRow } from './measurement.entity.js';
import type { Measurement } from './measurement.js';

@Injectable()
export class MeasurementRepository {
  async add(tx: Transaction, measurement: Measurement): Promise<void> {
    await tx.insert(MeasurementRow, measurement);
  }
}
