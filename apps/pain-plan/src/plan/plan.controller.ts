import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  createPlan,
  createdPlan,
  diffQuery,
  id,
  page,
  pageQuery,
  plan,
  planDiff,
  planDraft,
  planVersion,
  previewVersion,
  publishVersion,
  publishedVersion,
  saveDraft,
  versionImpact,
  type CreatePlan as NewPlan,
  type CreatedPlan,
  type Page,
  type Plan,
  type PlanDocument,
  type PlanDraft,
  type PlanVersion,
  type PublishVersion,
  type PublishedVersion,
  type SaveDraft as Draft,
  type VersionImpact,
} from '#contracts';
import {
  Answers,
  CurrentUser,
  Idempotency,
  IfMatch,
  Roles,
  Transactions,
  toActor,
  type IdempotentRequest,
  type User,
} from '#platform';
import { CreatePlan } from './create-plan.use-case.js';
import { changesFor, documentFor } from './plan-for-reader.js';
import { PlanQueries, type VersionSummary } from './plan.queries.js';
import { PreviewPlanVersion } from './preview-plan-version.use-case.js';
import { PublishPlanVersion } from './publish-plan-version.use-case.js';
import { SaveDraft } from './save-draft.use-case.js';

const versionNumber = z.coerce.number().int().min(1).max(1_000_000);

@Controller('api')
@Roles('coordinator', 'physician')
export class PlanController {
  constructor(
    private readonly transactions: Transactions,
    private readonly plans: PlanQueries,
    private readonly createPlan: CreatePlan,
    private readonly saveDraft: SaveDraft,
    private readonly previewPlanVersion: PreviewPlanVersion,
    private readonly publishPlanVersion: PublishPlanVersion,
  ) {}

  @Post('patients/:id/plans')
  @Roles('physician')
  @Answers(createdPlan, { status: 201 })
  async create(
    @Param('id', { schema: id }) patientId: string,
    @Body({ schema: createPlan }) body: NewPlan,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CreatedPlan> {
    const created = await this.transactions.once(request, (tx) =>
      this.createPlan.execute(tx, { ...body, patientId, author: toActor(user) }),
    );
    return tagged(reply, created.currentVersion, created);
  }

  @Get('plans/:id')
  @Answers(plan, { description: 'The current version, with the care team. The ETag is the version to base work on.' })
  async get(
    @Param('id', { schema: id }) planId: string,
    @CurrentUser() { role }: User,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Plan> {
    const found = await this.plans.get(planId);
    return tagged(reply, found.currentVersion, { ...found, document: documentFor(role, found.document) });
  }

  @Get('plans/:id/versions')
  @Answers(page(planVersion.omit({ document: true, routing: true })), {
    description: 'Newest first, without the documents.',
  })
  async versions(
    @Param('id', { schema: id }) planId: string,
    @Query({ schema: pageQuery }) query: { limit: number; cursor?: string },
    @CurrentUser() { role }: User,
  ): Promise<Page<VersionSummary>> {
    const { items, next } = await this.plans.versions(planId, query);
    return { items: items.map((one) => ({ ...one, changes: changesFor(role, one.changes) })), next };
  }

  @Get('plans/:id/versions/:version')
  @Answers(planVersion)
  async version(
    @Param('id', { schema: id }) planId: string,
    @Param('version', { schema: versionNumber }) version: number,
    @CurrentUser() { role }: User,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlanVersion> {
    const found = await this.plans.version(planId, version);
    const [document, changes] = [documentFor(role, found.document), changesFor(role, found.changes)];
    return tagged(reply, version, { ...found, document, changes });
  }

  @Put('plans/:id/draft')
  @Roles('physician')
  @Answers(planDraft)
  putDraft(
    @Param('id', { schema: id }) planId: string,
    @Body({ schema: saveDraft }) body: Draft,
    @CurrentUser() user: User,
  ): Promise<PlanDraft> {
    return this.transactions.run((tx) => this.saveDraft.execute(tx, { ...body, planId, author: toActor(user) }));
  }

  @Get('plans/:id/draft')
  @Roles('physician')
  @Answers(planDraft)
  draft(@Param('id', { schema: id }) planId: string, @CurrentUser() user: User): Promise<PlanDraft> {
    return this.plans.draft(planId, user.sub);
  }

  @Post('plans/:id/preview')
  @Roles('physician')
  @Answers(versionImpact, {
    status: 200,
    description: 'What publishing this document would send, and to whom. Changes nothing.',
  })
  preview(
    @Param('id', { schema: id }) planId: string,
    @IfMatch() base: number,
    @Body({ schema: previewVersion }) body: { document: PlanDocument },
  ): Promise<VersionImpact> {
    return this.transactions.run((tx) => this.previewPlanVersion.execute(tx, { ...body, planId, base }));
  }

  @Post('plans/:id/versions')
  @Roles('physician')
  @Answers(publishedVersion, { status: 201 })
  async publish(
    @Param('id', { schema: id }) planId: string,
    @IfMatch() base: number,
    @Body({ schema: publishVersion }) body: PublishVersion,
    @CurrentUser() user: User,
    @Idempotency() request: IdempotentRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PublishedVersion> {
    const published = await this.transactions.once(request, (tx) =>
      this.publishPlanVersion.execute(tx, { ...body, planId, base, author: toActor(user) }),
    );
    return tagged(reply, published.version, published);
  }

  @Get('plans/:id/diff')
  @Answers(planDiff)
  async diff(
    @Param('id', { schema: id }) planId: string,
    @Query({ schema: diffQuery }) query: z.infer<typeof diffQuery>,
    @CurrentUser() { role }: User,
  ): Promise<z.infer<typeof planDiff>> {
    const changes = changesFor(role, await this.plans.diff(planId, query));
    return { from: query.from, to: query.to, changes };
  }
}

function tagged<Answer>(reply: FastifyReply, version: number, answer: Answer): Answer {
  reply.header('etag', `"${version}"`);
  return answer;
}
