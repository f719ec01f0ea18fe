import { DomainError, type SaveWorklistView, type WorklistView } from '#contracts';
import type { Transaction, User } from '#platform';
import { Injectable } from '@nestjs/common';

interface Row extends Omit<WorklistView, 'changedAt'> {
  owner: string;
  changedAt: Date;
}

const columns = `id, scope, owner_sub as owner, name, filter, by_name as "by", changed_at as "changedAt"`;

/** Saved filters: one's own, which nobody else sees, and the team's, which every coordinator may change. */
@Injectable()
export class ViewsRepository {
  async visibleTo(from: Transaction, user: User): Promise<WorklistView[]> {
    const rows = await from.query<Row[]>(
      `select ${columns} from worklist_view where scope = 'team' or owner_sub = $1 order by scope, lower(name)`,
      [user.sub],
    );
    return rows.map(toAnswer);
  }

  /** Another person's own view looks like one that never existed; writing under its id is refused as taken. */
  async save(
    tx: Transaction,
    id: string,
    view: SaveWorklistView,
    { user, now }: { user: User; now: Date },
  ): Promise<WorklistView> {
    const known = await this.find(tx, id);
    if (known && known.scope === 'own' && known.owner !== user.sub) throw taken('This id is taken.', 'id');
    const [namesake] = await tx.query<{ id: string }[]>(
      `select id from worklist_view where id <> $1 and lower(name) = lower($2) and scope = $3 and (scope = 'team' or owner_sub = $4)`,
      [id, view.name, view.scope, user.sub],
    );
    if (namesake) throw taken('A view of this name is there already.', 'name');
    const [row] = await tx.query<Row[]>(
      `insert into worklist_view (id, scope, owner_sub, name, filter, by_name, changed_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (id) do update set scope = excluded.scope, owner_sub = excluded.owner_sub, name = excluded.name,
         filter = excluded.filter, by_name = excluded.by_name, changed_at = excluded.changed_at
       returning ${columns}`,
      [id, view.scope, user.sub, view.name, JSON.stringify(view.filter), user.name, now],
    );
    if (!row) throw new Error('a saved view was not returned');
    return toAnswer(row);
  }

  async remove(tx: Transaction, id: string, user: User): Promise<void> {
    const known = await this.find(tx, id);
    if (!known || (known.scope === 'own' && known.owner !== user.sub)) {
      throw new DomainError('not-found', 'There is no such view.');
    }
    await tx.query(`delete from worklist_view where id = $1`, [id]);
  }

  private async find(tx: Transaction, id: string): Promise<Row | null> {
    const [row] = await tx.query<Row[]>(`select ${columns} from worklist_view where id = $1 for update`, [id]);
    return row ?? null;
  }
}

const taken = (says: string, path: string): DomainError =>
  new DomainError('already-exists', says, [{ path, message: says }]);

const toAnswer = ({ owner: _owner, changedAt, ...view }: Row): WorklistView => ({
  ...view,
  changedAt: changedAt.toISOString(),
});
