import { id as uuid, saveWorklistView, type SaveWorklistView, worklistView, type WorklistView } from '#contracts';
import { Answers, Clock, CurrentUser, Roles, Transactions, type User } from '#platform';
import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { z } from 'zod';
import { ViewsRepository } from './views.repository.js';

@Controller('api/worklist/views')
@Roles('coordinator')
export class ViewsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly views: ViewsRepository,
  ) {}

  @Get()
  @Answers(z.strictObject({ items: z.array(worklistView) }), { description: 'One’s own views and the team’s' })
  list(@CurrentUser() user: User): Promise<{ items: WorklistView[] }> {
    return this.transactions.run(async (tx) => ({ items: await this.views.visibleTo(tx, user) }));
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

  @Delete(':id')
  @HttpCode(204)
  remove(@Param('id', { schema: uuid }) id: string, @CurrentUser() user: User): Promise<void> {
    return this.transactions.run((tx) => this.views.remove(tx, id, user));
  }
}
