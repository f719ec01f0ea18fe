import {
  countedView,
  type CountedView,
  handoffExportQuery,
  id as uuid,
  saveWorklistView,
  type SaveWorklistView,
  worklistView,
  type WorklistView,
} from '#contracts';
import { Answers, Clock, CurrentUser, Roles, Transactions, type User } from '#platform';
import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { z } from 'zod';
import { HandoffCountsQueries } from './handoff-counts.queries.js';
import { ViewsRepository } from './views.repository.js';

@Controller('api/worklist/views')
@Roles('coordinator')
export class ViewsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly views: ViewsRepository,
    private readonly counts: HandoffCountsQueries,
  ) {}

  @Get()
  @Answers(z.strictObject({ items: z.array(countedView) }), {
    description: 'One’s own views and the team’s, each with the number of its rows',
  })
  async list(@CurrentUser() user: User): Promise<{ items: CountedView[] }> {
    const views = await this.transactions.run((tx) => this.views.visibleTo(tx, user));
    const items: CountedView[] = [];
    for (const view of views) items.push({ ...view, count: await this.countOf(view, user) });
    return { items };
  }

  /** The id is the caller's: saving twice is once. */
  @Put(':id')
  @Answers(worklistView, { description: 'Saved' })
  save(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: saveWorklistView }) view: SaveWorklistView,
    @CurrentUser() user: User,
  ): Promise<WorklistView> {
    return this.transactions.run((tx) => this.views.save(tx, id, view, { user, now: this.clock.now() }));
  }

  /** By the same words as the list that it opens. */
  private countOf({ filter }: WorklistView, user: User): Promise<number> {
    const { sort: _sort, ...narrowed } = handoffExportQuery.parse(filter);
    return this.counts.rowsOf(narrowed, user);
  }

  @Delete(':id')
  @HttpCode(204)
  remove(@Param('id', { schema: uuid }) id: string, @CurrentUser() user: User): Promise<void> {
    return this.transactions.run((tx) => this.views.remove(tx, id, user));
  }
}
