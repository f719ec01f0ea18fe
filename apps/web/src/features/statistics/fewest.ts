/** Fewer cases than this make no percentage. The server says the same of its own figures. */
export const fewest = 10;
