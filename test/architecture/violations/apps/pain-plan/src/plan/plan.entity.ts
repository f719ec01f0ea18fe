export class PlanEntity {}
