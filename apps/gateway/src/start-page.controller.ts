import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '#platform';

const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Throughline</title></head>
<body style="font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem">
<h1>Throughline</h1>
<p>Event-driven care coordination for pain medicine: a published plan change reaches every affected partner, who acknowledges
that version.</p>
<ul>
<li><a href="/api/docs">The API</a>, to read and to try</li>
<li><a href="/api/openapi.json">Its OpenAPI description</a></li>
<li><a href="/health/ready">Whether every service is ready</a></li>
</ul>
</body>
</html>
`;

@Controller()
@Public()
@ApiExcludeController()
export class StartPageController {
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  show(): string {
    return page;
  }
}
