export const ruleSource: readonly unknown[] = [];
