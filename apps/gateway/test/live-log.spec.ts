import { handoffIssued, planPublished, therapyEpisodeOpened } from '#contracts';
import type { CloudEvent, EventDefinition } from '#contracts';
import { hintFor, hintOf, mayHear } from '../src/live/live-hint.js';
import { LiveLog, type LiveNews } from '../src/live/live-log.js';

const event = ({ type }: EventDefinition, data: Record<string, unknown>): CloudEvent => ({
  specversion: '1.0',
  id: '00000000-0000-4000-8000-000000000001',
  source: 'urn:throughline:test',
  type,
  subject: 'patient-1',
  time: '2027-04-06T09:00:00Z',
  datacontenttype: 'application/json',
  data,
});

const handoff = event(handoffIssued, {
  handoffId: 'h1',
  planId: 'p1',
  patientId: 'patient-1',
  partnerId: 'pt-north',
  asks: [{ reason: 'a clinical sentence' }],
});

describe('a hint', () => {
  it('says what kind of thing changed and which one, and nothing of what it says or whose it is', () => {
    const addressed = hintOf(handoff);
    expect(addressed).toEqual({
      hint: { kind: 'handoff', id: 'h1', event: 'handoff.issued', planId: 'p1' },
      partnerId: 'pt-north',
    });
    expect(JSON.stringify(addressed)).not.toMatch(/patient-1|clinical/);
  });

  it('reaches the addressed organization without the plan’s id, and no other', () => {
    const addressed = hintOf(handoff);
    if (!addressed) throw new Error('handoff.issued has a hint');
    expect(mayHear({ role: 'partner', partnerId: 'pt-north' }, addressed)).toBe(true);
    expect(mayHear({ role: 'partner', partnerId: 'pt-south' }, addressed)).toBe(false);
    expect(hintFor({ role: 'partner' }, addressed).planId).toBeNull();
    expect(mayHear({ role: 'operator', partnerId: null }, addressed)).toBe(false);
    expect(mayHear({ role: 'physician', partnerId: null }, addressed)).toBe(true);
  });

  it('of the clinic’s own events reaches no partner', () => {
    for (const own of [
      event(planPublished, { planId: 'p1', partnerId: 'pt-north' }),
      event(therapyEpisodeOpened, { episodeId: 'e1', planId: 'p1' }),
    ]) {
      const addressed = hintOf(own);
      expect(addressed?.partnerId).toBeNull();
      expect(addressed && mayHear({ role: 'partner', partnerId: 'pt-north' }, addressed)).toBe(false);
    }
  });

  it('is none for what it does not know', () => {
    expect(hintOf({ ...handoff, type: 'com.example.other' })).toBeNull();
    expect(hintOf({ ...handoff, data: null })).toBeNull();
  });
});

describe('the log', () => {
  const addressed = hintOf(handoff);
  const add = (log: LiveLog, times: number): void => {
    for (let time = 0; time < times; time += 1) if (addressed) log.add(addressed);
  };
  const collect = (log: LiveLog, from: string | null): LiveNews[] => {
    const news: LiveNews[] = [];
    log.follow(from, (one) => news.push(one));
    return news;
  };
  const kinds = (news: LiveNews[]): string[] => news.map(({ kind }) => kind);

  it('goes on where a stream stopped: nothing lost, nothing twice', () => {
    const log = new LiveLog();
    log.live();
    add(log, 3);
    const from = log.position;
    add(log, 2);
    const news = collect(log, from);
    add(log, 1);
    expect(kinds(news)).toEqual(['hint', 'hint', 'hint']);
    expect(new Set(news.map((one) => (one.kind === 'hint' ? one.entry.number : 0))).size).toBe(3);
  });

  it('begins a new stream with what comes from now on', () => {
    const log = new LiveLog();
    log.live();
    add(log, 3);
    const news = collect(log, null);
    expect(news).toEqual([]);
    add(log, 1);
    expect(kinds(news)).toEqual(['hint']);
  });

  it.each(['another-5', 'nonsense', ''])('resets for a position that is not ours: "%s"', (from) => {
    const log = new LiveLog();
    log.live();
    add(log, 3);
    expect(kinds(collect(log, from))).toEqual(['reset']);
  });

  it('resets whoever was away for longer than it remembers', () => {
    const log = new LiveLog();
    log.live();
    const from = log.position;
    add(log, 5000);
    expect(kinds(collect(log, from))).toHaveLength(5000);
    add(log, 1);
    expect(kinds(collect(log, from))).toEqual(['reset']);
  });

  it('resets everybody after a gap, those who come later with an older position too', () => {
    const log = new LiveLog();
    log.live();
    add(log, 1);
    const before = log.position;
    const open = collect(log, before);
    log.gap();
    expect(log.isLive).toBe(false);
    log.live();
    expect(kinds(open)).toEqual(['reset']);
    expect(kinds(collect(log, before))).toEqual(['reset']);
    expect(kinds(collect(log, log.position))).toEqual([]);
  });
});
