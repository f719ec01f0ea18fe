import { Controller, Get, Param, Res, ServiceUnavailableException } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { DomainError } from '#contracts';
import { Public } from '#platform';
import { BackendAway } from '../forwarding/backend-client.js';
import { Forwarder } from '../forwarding/forwarder.js';
import { type BackendName, backendNames } from '../gateway.settings.js';
import { docsPage } from './docs-page.js';
import { mergeDocuments, type OpenApiDocument } from './merge-documents.js';
import { readDocsAsset } from './docs-assets.js';

/** The description of the whole API and a page to read and try it, without anything from outside. */
@Controller('api')
@Public()
@ApiExcludeController()
export class OpenApiController {
  constructor(
    private readonly forwarder: Forwarder,
    private readonly adapterHost: HttpAdapterHost<FastifyAdapter>,
  ) {}

  /** Asked for anew every time: a service that was replaced describes itself at once. */
  @Get('openapi.json')
  async document(): Promise<OpenApiDocument> {
    const own = await this.adapterHost.httpAdapter.getInstance().inject('/openapi.json');
    const documents = await Promise.all(backendNames.map(async (name) => [name, await this.documentOf(name)] as const));
    return mergeDocuments(own.json<OpenApiDocument>(), documents);
  }

  @Get('docs')
  docs(@Res({ passthrough: true }) reply: FastifyReply): string {
    reply.type('text/html; charset=utf-8');
    return docsPage;
  }

  @Get('docs/:asset')
  async asset(@Param('asset') name: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    const asset = await readDocsAsset(name);
    if (asset === null) throw new DomainError('not-found', 'There is nothing here.');
    reply.type(asset.type).header('cache-control', 'public, max-age=3600');
    return asset.content;
  }

  private async documentOf(name: BackendName): Promise<OpenApiDocument> {
    try {
      const { body } = await this.forwarder.forward(name, { method: 'GET', url: '/openapi.json', headers: {} });
      return JSON.parse(body.toString('utf8')) as OpenApiDocument;
    } catch (error) {
      if (error instanceof BackendAway)
        throw new ServiceUnavailableException(`The ${name} service does not answer at the moment.`);
      throw error;
    }
  }
}
