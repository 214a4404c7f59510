# An image of Verbatim: docker build -t verbatim . && docker run -p 4000:4000 -v verbatim:/data verbatim
# docs/operating.md tells more; compose.yaml runs it with a PostgreSQL server.
ARG NODE_IMAGE=node:24-trixie-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /build
COPY package.json package-lock.json ./
COPY scripts/stand-in scripts/stand-in
RUN npm ci
COPY . .
RUN npm run collect -- /verbatim

FROM ${NODE_IMAGE}
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data
RUN mkdir /data && chown node:node /data && ln -s /verbatim/bin/verbatim.mjs /usr/local/bin/verbatim
COPY --from=build /verbatim /verbatim
WORKDIR /verbatim
USER node
VOLUME /data
EXPOSE 4000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["node", "bin/healthcheck.mjs"]
CMD ["node", "--enable-source-maps", "--max-semi-space-size=8", "dist/main.js"]
