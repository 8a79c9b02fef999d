# What `cmake --install` puts beside the program: the program looks for share/resonance next to its own bin/.

install(DIRECTORY assets/i18n DESTINATION ${CMAKE_INSTALL_DATADIR}/resonance/assets FILES_MATCHING PATTERN "*.po")
install(DIRECTORY courses DESTINATION ${CMAKE_INSTALL_DATADIR}/resonance)
install(FILES assets/resonance.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES assets/resonance.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
