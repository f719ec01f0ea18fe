/** What one service's messaging is told at `MessagingModule.forRoot`. The class is the injection token. */
export abstract class MessagingOptions {
  /** Consumer group, inbox name and event source in one. */
  abstract readonly service: string;
  /** Put before every topic and group; only tests that share a broker need one. */
  abstract readonly topicPrefix: string;
}
