#!/bin/sh
# Makes a keyring that is open in every session of this user, also before anybody has signed in: nobody types a password at a
# kiosk. gnome-keyring keeps one without a password as plain text; what protects it is the rights of its file and the
# encryption of the disk.
set -eu
umask 077
folder="${XDG_DATA_HOME:-$HOME/.local/share}/keyrings"
mkdir -p "$folder"
if [ -e "$folder/default" ]; then
  echo "There is a keyring already: $folder/$(cat "$folder/default").keyring. Nothing was changed." >&2
  exit 1
fi
printf '%s\n' '[keyring]' 'display-name=KeyTill' 'ctime=0' 'mtime=0' 'lock-on-idle=false' 'lock-after=false' \
  > "$folder/keytill.keyring"
printf keytill > "$folder/default"
