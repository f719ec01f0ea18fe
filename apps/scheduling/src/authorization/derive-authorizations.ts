import { describeProcedure } from '#clinical';
import type { Authorization, Imaging, PlanDocument, Rehab } from '#contracts';

/** What a plan version says about the permission for one item. */
export interface AuthorizationWish {
  itemId: string;
  kind: Authorization['kind'];
  subject: string;
  /** `keep`: the item is past asking, so what stands is history and no new permission is asked for. */
  wish: 'needed' | 'keep';
}

/** From the document alone. An item that is not listed needs no permission (any more). */
export function deriveAuthorizations(document: PlanDocument): AuthorizationWish[] {
  const procedures = document.procedures
    .filter(
      ({ status, authorizationRequired }) => status === 'done' || (authorizationRequired && status !== 'cancelled'),
    )
    .map((procedure): AuthorizationWish => ({
      itemId: procedure.id,
      kind: 'procedure',
      subject: describeProcedure(procedure),
      wish: procedure.status === 'done' ? 'keep' : 'needed',
    }));
  const imaging = document.imaging
    .filter(({ status }) => status !== 'cancelled')
    .map((study): AuthorizationWish => ({
      itemId: study.id,
      kind: 'imaging',
      subject: describeStudy(study),
      wish: study.status === 'ordered' ? 'needed' : 'keep',
    }));
  const therapy = document.rehab
    .filter(({ status }) => status === 'active' || status === 'held')
    .map((rehab): AuthorizationWish => ({
      itemId: rehab.id,
      kind: 'therapy',
      subject: describePrescription(rehab),
      // Whether a payer counts sessions is not in the plan: the coordinator asks.
      wish: 'keep',
    }));
  const wishes = [...procedures, ...imaging, ...therapy];
  return document.status === 'revoked' ? wishes.filter(({ itemId }) => tookPlace(document, itemId)) : wishes;
}

/** Nothing more happens in a revoked plan: only what already took place keeps its record. */
const tookPlace = ({ procedures, imaging }: PlanDocument, itemId: string): boolean =>
  procedures.some(({ id, status }) => id === itemId && status === 'done') ||
  imaging.some(({ id, status }) => id === itemId && status === 'resulted');

const modalityNames: Record<Imaging['modality'], string> = {
  xray: 'X-ray',
  mri: 'MRI',
  ct: 'CT',
  ultrasound: 'Ultrasound',
  'bone-scan': 'Bone scan',
  'emg-ncs': 'EMG and nerve conduction study',
};

/** `MRI of lumbar spine`, `X-ray of left hip` */
export const describeStudy = ({ modality, side, region }: Imaging): string =>
  `${modalityNames[modality]} of ${side === 'n/a' ? '' : `${side} `}${region}`;

/** `physical therapy` */
export const describePrescription = ({ discipline }: Rehab): string => discipline.replaceAll('-', ' ');
