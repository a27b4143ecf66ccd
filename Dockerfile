# The image of a release: .goreleaser.yaml lays the binaries beside this file. A shell is in it
# since pods of examples/kubernetes count with one. The client programs of servers are not: the
# verb load needs one, and dump takes one where it is.
FROM alpine:3.22
ARG TARGETPLATFORM
COPY $TARGETPLATFORM/migawari /usr/bin/migawari
COPY LICENSE made/licences.txt /usr/share/doc/migawari/
USER 65532:65532
ENTRYPOINT ["migawari"]
