// Signatures other parts are written against while the library is being built.
import type {
  Ask, BusinessCalendar, FieldError, PartnerRole, PartnerImpact, PlanChange, PlanDocument, PlanImpact, PlanSlice, SliceName, Directive, Procedure,
} from '#contracts';

export interface Ruleset { version: string }
export declare const currentRuleset: Ruleset;
export declare const diffPlans: (before: PlanDocument, after: PlanDocument) => PlanChange[];
export interface PublishedPlan { version: number; document: PlanDocument; publishedAt: Date }
export interface MemberPosition {
  memberId: string; role: PartnerRole; partnerId: string; engagedFor: readonly string[];
  acknowledgedVersion: number; joinedAt: Date; calendar: BusinessCalendar;
}
export interface ImpactInput {
  history: readonly PublishedPlan[];
  members: readonly MemberPosition[];
  clinicCalendar: BusinessCalendar;
  ruleset: Ruleset;
}
export declare const assessImpact: (input: ImpactInput) => PlanImpact;
export declare const impactDigest: (changes: readonly PlanChange[], impact: PlanImpact) => string;
export declare const reconcileHandoff: (open: { asks: readonly Ask[] } | null, impact: PartnerImpact | null) => 'nothing' | 'issue' | 'extend' | 'supersede' | 'withdraw';
export interface PatientIdentity { patientId: string; recordNumber: string; name: { given: string; family: string }; birthDate: string; contactLanguage: string }
export declare const sliceFor: (input: { role: PartnerRole; slices: readonly SliceName[]; document: PlanDocument; version: number; patient: PatientIdentity; on: Date }) => PlanSlice;
export declare const checkPlan: (document: PlanDocument, context: { previous: PlanDocument | null; now: Date }) => FieldError[];
export declare const directivesInForce: (input: { document: PlanDocument; discipline: 'physical-therapy' | 'pelvic-floor-therapy'; on: string; timeZone: string }) => Directive[];
export declare const describeProcedure: (procedure: Procedure) => string;
export declare const defaultCalendar: (timeZone: string) => BusinessCalendar;
