/** Codes of the vocabulary as people read them. */
export const inWords = (code: string): string => code.replaceAll('-', ' ');

export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Partner roles, in the words of the clinic. */
export const roleName = (role: string): string => sentence(inWords(role));
