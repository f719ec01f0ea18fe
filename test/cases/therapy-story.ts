/** What the cases of therapy read and do in an episode. */
import type { Page, TherapyEpisode } from '#contracts';
import type { Story } from './story.ts';

export async function episodeOf(story: Story, as: string, query = ''): Promise<TherapyEpisode> {
  const { items } = await story.until(
    `the episode to be there for ${as}`,
    () => story.api.get<Page<TherapyEpisode>>(`/api/therapy/episodes?plan=${story.planId}${query}`, as),
    (page) => page.items.length > 0,
  );
  return items[0] as TherapyEpisode;
}

/** Waits until therapy has heard that the partner acknowledged this version. */
export const untilKnown = (story: Story, as: string, version: number): Promise<TherapyEpisode> =>
  story.until(
    `therapy to know that ${as} works from version ${version}`,
    () => episodeOf(story, as),
    (episode) => (episode.acknowledgedVersion ?? 0) >= version && episode.planVersion >= version,
  );

export const untilVersion = (story: Story, as: string, version: number): Promise<TherapyEpisode> =>
  story.until(
    `therapy to know version ${version}`,
    () => episodeOf(story, as),
    (episode) => episode.planVersion >= version,
  );

/** Waits for a desk's item of a rule in this state; its reason. */
export async function untilAsked(story: Story, ruleId: string, status = 'open'): Promise<string> {
  const found = await story.until(
    `${ruleId} to be ${status}`,
    async () => (await story.workItems(`&status=${status}`)).filter(({ ask }) => ask.ruleId === ruleId),
    (items) => items.length > 0,
  );
  return found[0]?.ask.reason ?? '';
}
