export const spy = 1;
