export type Options = Record<string, unknown> & { success?: (result: unknown) => void; fail?: (result: unknown) => void; complete?: (result: unknown) => void };

/** Calls back as WeChat does, and answers a promise where no callback was given. */
export function settle(options: Options, work: Promise<unknown>): Promise<unknown> | undefined {
  const calledBack = options.success ?? options.fail ?? options.complete;
  const done = work.then(
    (result) => {
      options.success?.(result);
      options.complete?.(result);
      return result;
    },
    (error: Error) => {
      const failure = { ...error, errMsg: error.message };
      options.fail?.(failure);
      options.complete?.(failure);
      if (!calledBack) throw Object.assign(new Error(error.message), failure);
      return undefined;
    },
  );
  return calledBack ? undefined : done;
}
