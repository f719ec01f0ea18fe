import { type HandoffExportQuery, handoffExportQuery } from '#contracts';
import { CurrentUser, Roles, type User } from '#platform';
import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse } from '@nestjs/swagger';
import { HandoffExport, mostRows } from './handoff-export.js';

@Controller('api')
export class ExportController {
  constructor(private readonly handoffExport: HandoffExport) {}

  @Get('handoffs.csv')
  @Roles('coordinator')
  @ApiBearerAuth()
  @ApiOkResponse({ description: `The worklist as CSV, at most ${mostRows} rows`, content: { 'text/csv': {} } })
  @Header('cache-control', 'no-store')
  export(@Query({ schema: handoffExportQuery }) query: HandoffExportQuery, @CurrentUser() user: User): StreamableFile {
    // No word of a patient in the name of the file.
    const disposition = 'attachment; filename="worklist.csv"';
    return new StreamableFile(this.handoffExport.stream(query, user), { type: 'text/csv; charset=utf-8', disposition });
  }
}
