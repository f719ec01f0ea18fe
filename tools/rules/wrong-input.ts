/** Somebody asked for what cannot be done; the message says why. */
export class WrongInput extends Error {}
