import { OffsetCommitter, type OffsetToCommit } from './offset-committer.js';

const at = (offset: number, partition = 0): OffsetToCommit => ({ topic: 't', partition, offset: String(offset) });

describe('OffsetCommitter', () => {
  it('commits one after the other, each time only the newest of every partition', async () => {
    const commits: string[][] = [];
    const answers = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const committer = new OffsetCommitter(
      (offsets) => {
        commits.push(offsets.map(({ partition, offset }) => `${partition}:${offset}`));
        return answers[commits.length - 1]?.promise ?? Promise.resolve();
      },
      () => undefined,
    );
    committer.note(at(1));
    await Promise.resolve();
    for (const offset of [2, 3, 4]) committer.note(at(offset));
    committer.note(at(9, 1));
    expect(commits).toEqual([['0:1']]);
    answers[0]?.resolve();
    answers[1]?.resolve();
    await committer.flush();
    expect(commits).toEqual([['0:1'], ['0:4', '1:9']]);
  });

  it('goes on after a failure, and flush does not reject', async () => {
    const failures: unknown[] = [];
    let isUp = false;
    const committer = new OffsetCommitter(
      () => (isUp ? Promise.resolve() : Promise.reject(new Error('rebalance'))),
      (error) => failures.push(error),
    );
    committer.note(at(1));
    await committer.flush();
    isUp = true;
    committer.note(at(2));
    await committer.flush();
    expect(failures).toHaveLength(1);
  });

  it('forgets what belongs to others now', async () => {
    const commits: OffsetToCommit[][] = [];
    const committer = new OffsetCommitter(
      async (offsets) => void commits.push(offsets),
      () => undefined,
    );
    committer.note(at(1));
    committer.forget();
    await committer.flush();
    expect(commits).toEqual([]);
  });
});
