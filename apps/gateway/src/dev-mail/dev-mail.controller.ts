import { Controller, Get, Header, NotFoundException } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { capturedMails } from '#contracts';
import { Public } from '#platform';
import { BackendClient } from '../forwarding/backend-client.js';
import { mailPage } from './mail-page.js';

/** What the embedded start would have mailed, to look at. Elsewhere notification says that there is nothing, and so does this. */
@Controller('dev/mail')
@Public()
@ApiExcludeController()
export class DevMailController {
  constructor(private readonly client: BackendClient) {}

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  @Header('referrer-policy', 'no-referrer')
  async show(): Promise<string> {
    const { status, body } = await this.client.send('notification', {
      method: 'GET',
      url: '/api/dev/mail',
      headers: {},
    });
    if (status !== 200) throw new NotFoundException();
    return mailPage(capturedMails.parse(JSON.parse(body.toString('utf8'))).items);
  }
}
