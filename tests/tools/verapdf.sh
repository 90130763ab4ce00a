#!/bin/sh
# Validates PDF files with veraPDF: verapdf.sh FLAVOUR FILE…
# FLAVOUR is veraPDF's name of a standard (3a, 2a, 2u, ua1), or 0 for what each file claims.
# The program comes through Maven, as it is set up on the machine, once.
# Exit: 0 no rule failed, 1 some did, 77 veraPDF cannot be had here.
version=1.28.2
folder=${XDG_CACHE_HOME:-$HOME/.cache}/masthead-tests
jar=$folder/greenfield-apps-$version.jar

command -v java >/dev/null || exit 77
if [ ! -s "$jar" ]; then
    command -v mvn >/dev/null || exit 77
    mkdir -p "$folder" || exit 77
    mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:2.8:get -Dtransitive=false \
        -Dartifact=org.verapdf.apps:greenfield-apps:$version -Ddest="$jar.$$" >/dev/null 2>&1 ||
        exit 77
    mv "$jar.$$" "$jar"
fi
flavour=$1
shift
java -cp "$jar" org.verapdf.apps.GreenfieldCliWrapper -f "$flavour" --format text -v "$@"
