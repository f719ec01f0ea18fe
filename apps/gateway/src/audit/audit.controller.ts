import { Controller, Get, HttpException, Query, Req, ServiceUnavailableException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { auditEntry, type AuditEntry, auditQuery, type AuditQuery, page, type Page } from '#contracts';
import { Answers, currentTraceparent, Roles } from '#platform';
import { BackendAway } from '../forwarding/backend-client.js';
import { Forwarder } from '../forwarding/forwarder.js';
import { type BackendName, backendNames } from '../gateway.settings.js';
import { mergeAudit } from './merge-audit.js';

/** Who read and wrote what, over all services. Each service audits that it was asked. */
@Controller('api/audit')
export class AuditController {
  constructor(private readonly forwarder: Forwarder) {}

  /** While a service is away nobody knows what it recorded: 503 rather than a list with a hole. */
  @Get()
  @Roles('administrator')
  @Answers(page(auditEntry), { description: 'Newest first, of all services.' })
  async list(
    @Query({ schema: auditQuery }) query: AuditQuery,
    @Req() { headers }: FastifyRequest,
  ): Promise<Page<AuditEntry>> {
    const wanted = Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)] as [string, string]],
    );
    const url = `/api/audit?${new URLSearchParams(wanted).toString()}`;
    const pages = await Promise.all(backendNames.map((backend) => this.pageOf(backend, url, headers)));
    return mergeAudit(pages, query.limit);
  }

  private async pageOf(
    backend: BackendName,
    url: string,
    { authorization, 'x-purpose': purpose }: FastifyRequest['headers'],
  ): Promise<Page<AuditEntry>> {
    const traceparent = currentTraceparent();
    const headers = {
      ...(authorization === undefined ? {} : { authorization }),
      ...(purpose === undefined ? {} : { 'x-purpose': purpose }),
      ...(traceparent === undefined ? {} : { traceparent }),
    };
    try {
      const { status, body } = await this.forwarder.forward(backend, { method: 'GET', url, headers });
      const answer = JSON.parse(body.toString('utf8')) as Page<AuditEntry> & { detail?: string };
      if (status === 200) return answer;
      throw new HttpException(answer.detail ?? `${backend} refused.`, status);
    } catch (error) {
      if (error instanceof BackendAway)
        throw new ServiceUnavailableException(`The ${backend} service does not answer at the moment.`);
      throw error;
    }
  }
}
