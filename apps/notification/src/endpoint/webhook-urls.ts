import { Injectable } from '@nestjs/common';
import { NotificationSettings } from '../notification.settings.js';
import { checkWebhookHost, checkWebhookUrl } from './webhook-url.js';

/** What may be a webhook in this installation. */
@Injectable()
export class WebhookUrls {
  constructor(private readonly settings: NotificationSettings) {}

  /** The URL as it is kept. Throws `invalid-input` that names `url`. */
  async checked(text: string): Promise<string> {
    const rules = { allowsPrivate: this.settings.allowsPrivateWebhooks };
    const url = checkWebhookUrl(text, rules);
    await checkWebhookHost(url, rules);
    return url.href;
  }
}
