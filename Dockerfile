# The production server with both front ends. No demo and no sandbox in it. docs/OPERATIONS.md tells how to run it.
FROM node:24-slim AS manifests
WORKDIR /app
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY shared/package.json shared/
COPY server/package.json server/
COPY miniapp/package.json miniapp/
ENV CI=true
RUN npm install --global "$(node -p 'require("./package.json").packageManager')"

FROM manifests AS build
RUN pnpm install --frozen-lockfile
COPY . .
RUN pnpm --filter @weidangxiao/server run build \
 && pnpm --filter @weidangxiao/miniapp run build:h5 \
 && pnpm --filter @weidangxiao/miniapp run build:desk

FROM manifests AS dependencies
RUN pnpm install --frozen-lockfile --prod --filter "@weidangxiao/server..."

FROM node:24-slim
ENV NODE_ENV=production MODE=production DATA_DIR=/data
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY --from=dependencies /app/server/node_modules server/node_modules
COPY --from=dependencies /app/shared/node_modules shared/node_modules
COPY server/package.json server/
COPY shared/package.json shared/
COPY shared/src shared/src
COPY --from=build /app/server/dist/src server/dist/src
COPY --from=build /app/miniapp/dist/h5 miniapp/dist/h5
COPY --from=build /app/miniapp/dist/desk miniapp/dist/desk
# `docker compose exec server operator …`: the host's own commands.
RUN mkdir /data && chown node:node /data \
 && printf '#!/bin/sh\nexec node /app/server/dist/src/operator.js "$@"\n' > /usr/local/bin/operator && chmod 755 /usr/local/bin/operator
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "--max-semi-space-size=16", "--heap-growing-percent=30", "server/dist/src/main.js"]
