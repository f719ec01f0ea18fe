# One image for every service: SERVICE says which one a container is.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm install --no-save --no-audit --no-fund
COPY .swcrc tsconfig.json ./
COPY apps apps
COPY libs libs
COPY tools tools
COPY test/cases test/cases
COPY test/support test/support
RUN node tools/build.ts

# Without compilers and without the embedded servers.
FROM node:24-slim AS modules
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm install --no-save --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

FROM node:24-slim AS service
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0
COPY --from=modules /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE ./
RUN mkdir -p /var/lib/throughline && chown node:node /var/lib/throughline
USER node
ARG SERVICE=gateway
ENV SERVICE=$SERVICE
CMD ["sh", "-c", "exec node --enable-source-maps dist/apps/$SERVICE/src/main.js"]
